package com.devpayr.retrofit;

/**
 * The result of an operation that returns nothing. Used instead of {@code Void}, for which Retrofit's converter accepts any body,
 * even an HTML page.
 */
final class EmptyResult {
    private EmptyResult() {}
}
