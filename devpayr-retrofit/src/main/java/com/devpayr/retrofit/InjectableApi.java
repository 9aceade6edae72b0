package com.devpayr.retrofit;

import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.spi.CallContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;
import retrofit2.http.Tag;

/** The injectables of a project. */
interface InjectableApi {
    @ApiOperation(Operation.INJECTABLE_LIST)
    @GET("project/{project}/injectables")
    Call<Page<Injectable>> list(
            @Path("project") long projectId,
            @QueryMap(encoded = true) Map<String, String> page,
            @Tag @Nullable CallContext context);

    @ApiOperation(Operation.INJECTABLE_GET)
    @GET("project/{project}/injectables/{injectable}")
    Call<Injectable> get(
            @Path("project") long projectId, @Path("injectable") long injectableId, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.INJECTABLE_CREATE)
    @POST("project/{project}/injectables")
    Call<Injectable> create(
            @Path("project") long projectId, @Body InjectableDraft draft, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.INJECTABLE_UPDATE)
    @PUT("project/{project}/injectables/{injectable}")
    Call<Injectable> update(
            @Path("project") long projectId,
            @Path("injectable") long injectableId,
            @Body InjectableUpdate update,
            @Tag @Nullable CallContext context);

    @ApiOperation(Operation.INJECTABLE_DELETE)
    @DELETE("project/{project}/injectables/{injectable}")
    Call<EmptyResult> delete(
            @Path("project") long projectId, @Path("injectable") long injectableId, @Tag @Nullable CallContext context);
}
