package com.devpayr.retrofit;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentStatus;
import java.util.Map;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;

/** The payment status of projects and domains. */
interface PaymentApi {
    @ApiOperation(Operation.PAYMENT_STATUS)
    @GET("project/{project}/has-paid")
    Call<PaymentStatus> status(@Path("project") long projectId, @QueryMap(encoded = true) Map<String, String> query);
}
