package com.devpayr.retrofit;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.AsyncRuntimeService;
import java.util.concurrent.CompletableFuture;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Tag;

/** {@link AsyncRuntimeService} as Retrofit reads it. */
interface RetrofitAsyncRuntimeService extends AsyncRuntimeService {
    @Override
    @POST("project/has-paid")
    CompletableFuture<PaymentStatus> checkPayment(@Tag PaymentQuery query);

    @Override
    @GET("injectable/stream")
    CompletableFuture<Page<DeliveredInjectable>> injectables(@Tag PageRequest page);
}
