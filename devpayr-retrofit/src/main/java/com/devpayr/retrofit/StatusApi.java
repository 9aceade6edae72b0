package com.devpayr.retrofit;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import retrofit2.Call;
import retrofit2.http.GET;

/** The availability of the API. */
interface StatusApi {
    @ApiOperation(Operation.PING)
    @GET("./")
    Call<EmptyResult> ping();
}
