package com.devpayr.retrofit;

import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentService;
import com.devpayr.payment.PaymentStatus;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** {@link PaymentService} as Retrofit reads it. */
interface RetrofitPaymentService extends PaymentService {
    @Override
    @GET("project/{project}/has-paid")
    PaymentStatus status(@Path("project") long projectId, @Tag PaymentQuery query);
}
