package com.devpayr.retrofit;

/**
 * The result of an operation that returns nothing. Retrofit's own converter for {@code Void} would accept any body, an HTML
 * page included.
 */
final class EmptyResult {
    private EmptyResult() {}
}
