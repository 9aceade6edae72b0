package com.devpayr.examples.desktop;

/**
 * A message to the user about the license.
 *
 * @param tone severity of the message
 * @param headline short summary
 * @param text explanation and suggested action
 * @param runs whether the application may run
 * @param offersPayment whether to offer the button that checks the license again
 */
record Notice(Tone tone, String headline, String text, boolean runs, boolean offersPayment) {
    /** The severity of a notice. */
    enum Tone {
        /** The license is valid. */
        OK,
        /** The application runs, but the user should act. */
        WARNING,
        /** The application does not run. */
        STOPPED
    }
}
