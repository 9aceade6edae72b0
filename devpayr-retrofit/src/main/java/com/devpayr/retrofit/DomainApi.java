package com.devpayr.retrofit;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
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

/** The domains of a project. Routes mix {@code domain} and {@code domains}, as documented. */
interface DomainApi {
    @ApiOperation(Operation.DOMAIN_LIST)
    @GET("project/{project}/domains")
    Call<Page<ProjectDomain>> list(
            @Path("project") long projectId,
            @QueryMap(encoded = true) Map<String, String> page,
            @Tag @Nullable CallContext context);

    @ApiOperation(Operation.DOMAIN_GET)
    @GET("project/{project}/domain/{domain}")
    Call<ProjectDomain> get(
            @Path("project") long projectId, @Path("domain") long domainId, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.DOMAIN_CREATE)
    @POST("project/{project}/domains")
    Call<ProjectDomain> create(
            @Path("project") long projectId, @Body DomainDraft draft, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.DOMAIN_UPDATE)
    @PUT("project/{project}/domain/{domain}")
    Call<ProjectDomain> update(
            @Path("project") long projectId,
            @Path("domain") long domainId,
            @Body DomainUpdate update,
            @Tag @Nullable CallContext context);

    @ApiOperation(Operation.DOMAIN_DELETE)
    @DELETE("project/{project}/domains/{domain}")
    Call<EmptyResult> delete(
            @Path("project") long projectId, @Path("domain") long domainId, @Tag @Nullable CallContext context);
}
