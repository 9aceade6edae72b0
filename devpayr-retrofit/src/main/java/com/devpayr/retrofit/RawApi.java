package com.devpayr.retrofit;

import com.devpayr.internal.wire.RawCall;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Streaming;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/** Requests to any endpoint. */
interface RawApi {
    @ApiOperation(Operation.RAW_READ)
    @Streaming
    @GET
    Call<ResponseBody> read(@Url String path, @Tag RawCall call, @Tag @Nullable CallContext context);

    /** The HTTP method is that of the call, and a body without content is omitted. */
    @ApiOperation(Operation.RAW_WRITE)
    @Streaming
    @POST
    Call<ResponseBody> write(
            @Url String path, @Body RequestBody body, @Tag RawCall call, @Tag @Nullable CallContext context);
}
