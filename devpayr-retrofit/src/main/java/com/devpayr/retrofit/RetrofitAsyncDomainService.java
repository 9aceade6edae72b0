package com.devpayr.retrofit;

import com.devpayr.domain.AsyncDomainService;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import java.util.concurrent.CompletableFuture;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** Mind the routes: DevPayr gets and updates a domain in the singular, and does the rest in the plural. */
interface RetrofitAsyncDomainService extends AsyncDomainService {
    @Override
    @GET("project/{project}/domains")
    CompletableFuture<Page<ProjectDomain>> list(@Path("project") long projectId, @Tag PageRequest page);

    @Override
    @GET("project/{project}/domain/{domain}")
    CompletableFuture<ProjectDomain> get(@Path("project") long projectId, @Path("domain") long domainId);

    @Override
    @POST("project/{project}/domains")
    CompletableFuture<ProjectDomain> create(@Path("project") long projectId, @Tag DomainDraft draft);

    @Override
    @PUT("project/{project}/domain/{domain}")
    CompletableFuture<ProjectDomain> update(
            @Path("project") long projectId, @Path("domain") long domainId, @Tag DomainUpdate update);

    @Override
    @DELETE("project/{project}/domains/{domain}")
    CompletableFuture<Void> delete(@Path("project") long projectId, @Path("domain") long domainId);
}
