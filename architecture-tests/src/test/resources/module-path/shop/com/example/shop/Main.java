package com.example.shop;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.vertx.VertxDevPayr;

/** Checks a license over Retrofit and over Vert.x. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        DevPayrConfig config = DevPayrConfig.fromEnvironment();
        try (DevPayr devpayr = RetrofitDevPayr.create(config)) {
            check(devpayr, "Retrofit");
        }
        try (DevPayr devpayr = VertxDevPayr.create(config).blocking()) {
            check(devpayr, "Vert.x");
        }
    }

    private static void check(DevPayr devpayr, String transport) {
        boolean paid = devpayr.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
        System.out.println(Main.class.getModule() + " over " + transport + ": " + (paid ? "paid" : "not paid"));
    }
}
