package com.devpayr.retrofit;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.spi.CallContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;
import retrofit2.http.Tag;

/** The payment status of projects and domains. */
interface PaymentApi {
    @ApiOperation(Operation.PAYMENT_STATUS)
    @GET("project/{project}/has-paid")
    Call<PaymentStatus> status(
            @Path("project") long projectId,
            @QueryMap(encoded = true) Map<String, String> query,
            @Tag @Nullable CallContext context);
}
