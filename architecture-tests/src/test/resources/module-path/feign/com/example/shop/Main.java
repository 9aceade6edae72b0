package com.example.shop;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.payment.PaymentQuery;

/** Checks a license over Feign. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        try (DevPayr devpayr = FeignDevPayr.create(DevPayrConfig.fromEnvironment())) {
            boolean paid = devpayr.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
            System.out.println(Main.class.getModule() + " over Feign: " + (paid ? "paid" : "not paid"));
        }
    }
}
