package com.devpayr.retrofit;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainService;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
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
 * A project's domains over Retrofit. Mind the routes: DevPayr gets and updates a domain in the
 * singular, and does the rest in the plural.
 *
 * <p>Public for Retrofit alone, which calls the default methods of public interfaces only; what is offered is the port.
 */
public interface RetrofitDomainService extends DomainService {
    @Override
    @GET("project/{project}/domains")
    Page<ProjectDomain> list(@Path("project") long projectId, @Tag PageRequest page);

    @Override
    @GET("project/{project}/domain/{domain}")
    ProjectDomain get(@Path("project") long projectId, @Path("domain") long domainId);

    @Override
    @POST("project/{project}/domains")
    ProjectDomain create(@Path("project") long projectId, @Tag DomainDraft draft);

    @Override
    @PUT("project/{project}/domain/{domain}")
    ProjectDomain update(@Path("project") long projectId, @Path("domain") long domainId, @Tag DomainUpdate update);

    @Override
    default void delete(long projectId, long domainId) {
        deleted(projectId, domainId);
    }

    /** What {@link #delete} sends; returns null. */
    @Calls(Operation.DOMAIN_DELETE)
    @DELETE("project/{project}/domains/{domain}")
    @Nullable
    Void deleted(@Path("project") long projectId, @Path("domain") long domainId);
}
