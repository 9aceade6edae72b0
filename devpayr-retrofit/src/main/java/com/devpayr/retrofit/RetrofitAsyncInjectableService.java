package com.devpayr.retrofit;

import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import java.util.concurrent.CompletableFuture;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** {@link AsyncInjectableService} as Retrofit reads it. */
interface RetrofitAsyncInjectableService extends AsyncInjectableService {
    @Override
    @GET("project/{project}/injectables")
    CompletableFuture<Page<Injectable>> list(@Path("project") long projectId, @Tag PageRequest page);

    @Override
    @GET("project/{project}/injectables/{injectable}")
    CompletableFuture<Injectable> get(@Path("project") long projectId, @Path("injectable") long injectableId);

    @Override
    @POST("project/{project}/injectables")
    CompletableFuture<Injectable> create(@Path("project") long projectId, @Tag InjectableDraft draft);

    @Override
    @PUT("project/{project}/injectables/{injectable}")
    CompletableFuture<Injectable> update(
            @Path("project") long projectId, @Path("injectable") long injectableId, @Tag InjectableUpdate update);

    @Override
    @DELETE("project/{project}/injectables/{injectable}")
    CompletableFuture<Void> delete(@Path("project") long projectId, @Path("injectable") long injectableId);
}
