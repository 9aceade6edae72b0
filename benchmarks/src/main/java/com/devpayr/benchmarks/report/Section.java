package com.devpayr.benchmarks.report;

import java.io.IOException;

/** One table of the page. */
interface Section {
    /** Measures, and returns the table in Markdown. */
    String measure() throws IOException;
}
