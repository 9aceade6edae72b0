package com.devpayr.retrofit;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.RuntimeService;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Tag;

/** {@link RuntimeService} as Retrofit reads it. */
interface RetrofitRuntimeService extends RuntimeService {
    @Override
    @POST("project/has-paid")
    PaymentStatus checkPayment(@Tag PaymentQuery query);

    @Override
    @GET("injectable/stream")
    Page<DeliveredInjectable> injectables(@Tag PageRequest page);
}
