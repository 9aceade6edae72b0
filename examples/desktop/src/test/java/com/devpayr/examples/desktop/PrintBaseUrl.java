package com.devpayr.examples.desktop;

/** Prints the base URL that the application uses. */
public final class PrintBaseUrl {
    private PrintBaseUrl() {}

    /** Prints the base URL. */
    public static void main(String[] arguments) {
        System.out.print(Main.config(System.getenv("DEVPAYR_LICENSE_KEY")).baseUrl());
    }
}
