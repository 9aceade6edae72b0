package com.devpayr.retrofit;

import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import java.util.concurrent.CompletableFuture;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** {@link AsyncPaymentService} as Retrofit reads it. */
interface RetrofitAsyncPaymentService extends AsyncPaymentService {
    @Override
    @GET("project/{project}/has-paid")
    CompletableFuture<PaymentStatus> status(@Path("project") long projectId, @Tag PaymentQuery query);
}
