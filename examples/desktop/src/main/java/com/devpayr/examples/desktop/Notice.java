package com.devpayr.examples.desktop;

/**
 * What the user is told.
 *
 * @param tone how good the news is
 * @param headline the news in a few words
 * @param text what it means and what to do
 * @param runs whether the application does its work
 * @param offersPayment whether asking again is of use, as after a payment
 */
record Notice(Tone tone, String headline, String text, boolean runs, boolean offersPayment) {
    /** How good the news is. */
    enum Tone {
        /** All is well. */
        OK,
        /** It works, and something should be done. */
        WARNING,
        /** It does not work. */
        STOPPED
    }
}
