package com.devpayr.benchmarks.report;

import java.io.IOException;

/** A section of the page with a table. */
interface Section {
    /** Runs the measurement and returns the table in Markdown. */
    String measure() throws IOException;
}
