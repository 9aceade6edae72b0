package com.devpayr.retrofit;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.spi.CallContext;
import java.util.Map;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.QueryMap;
import retrofit2.http.Tag;

/** The calls of a licensed application at run time. */
interface RuntimeApi {
    @ApiOperation(Operation.PAYMENT_CHECK)
    @POST("project/has-paid")
    Call<PaymentStatus> checkPayment(
            @QueryMap(encoded = true) Map<String, String> query,
            @Body RequestBody none,
            @Tag @Nullable CallContext context);

    @ApiOperation(Operation.INJECTABLE_STREAM)
    @GET("injectable/stream")
    Call<Page<DeliveredInjectable>> injectables(
            @QueryMap(encoded = true) Map<String, String> page, @Tag @Nullable CallContext context);
}
