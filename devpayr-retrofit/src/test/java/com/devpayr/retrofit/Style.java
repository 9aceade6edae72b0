package com.devpayr.retrofit;

import com.devpayr.DevPayr;

/** Both styles behind one face. */
enum Style {
    BLOCKING,
    ASYNC;

    DevPayr open(RetrofitDevPayr.Builder builder) {
        return this == BLOCKING ? builder.build() : builder.buildAsync().blocking();
    }
}
