package com.devpayr.retrofit;

import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableService;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import org.jspecify.annotations.Nullable;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * A project's injectables over Retrofit.
 *
 * <p>Public for Retrofit alone, which calls the default methods of public interfaces only; what is offered is the port.
 */
public interface RetrofitInjectableService extends InjectableService {
    @Override
    @GET("project/{project}/injectables")
    Page<Injectable> list(@Path("project") long projectId, @Tag PageRequest page);

    @Override
    @GET("project/{project}/injectables/{injectable}")
    Injectable get(@Path("project") long projectId, @Path("injectable") long injectableId);

    @Override
    @POST("project/{project}/injectables")
    Injectable create(@Path("project") long projectId, @Tag InjectableDraft draft);

    @Override
    @PUT("project/{project}/injectables/{injectable}")
    Injectable update(
            @Path("project") long projectId, @Path("injectable") long injectableId, @Tag InjectableUpdate update);

    @Override
    default void delete(long projectId, long injectableId) {
        deleted(projectId, injectableId);
    }

    /** What {@link #delete} sends; returns null. */
    @Calls(Operation.INJECTABLE_DELETE)
    @DELETE("project/{project}/injectables/{injectable}")
    @Nullable
    Void deleted(@Path("project") long projectId, @Path("injectable") long injectableId);
}
