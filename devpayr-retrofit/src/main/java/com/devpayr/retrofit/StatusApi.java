package com.devpayr.retrofit;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Tag;

/** The availability of the API. */
interface StatusApi {
    @ApiOperation(Operation.PING)
    @GET("./")
    Call<EmptyResult> ping(@Tag @Nullable CallContext context);
}
