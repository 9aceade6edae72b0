package com.devpayr.retrofit;

import com.devpayr.DevPayr;

/** The blocking and the asynchronous style, both with a blocking API. */
enum Style {
    BLOCKING,
    ASYNC;

    DevPayr open(RetrofitDevPayr.Builder builder) {
        return this == BLOCKING ? builder.build() : builder.buildAsync().blocking();
    }
}
