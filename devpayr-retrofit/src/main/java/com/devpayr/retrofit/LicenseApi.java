package com.devpayr.retrofit;

import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
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

/** The licenses of a project. */
interface LicenseApi {
    @ApiOperation(Operation.LICENSE_LIST)
    @GET("project/{project}/licenses")
    Call<Page<License>> list(
            @Path("project") long projectId,
            @QueryMap(encoded = true) Map<String, String> page,
            @Tag @Nullable CallContext context);

    @ApiOperation(Operation.LICENSE_GET)
    @GET("project/{project}/licenses/{license}")
    Call<License> get(
            @Path("project") long projectId, @Path("license") long licenseId, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.LICENSE_CREATE)
    @POST("project/{project}/licenses")
    Call<License> create(@Path("project") long projectId, @Body LicenseDraft draft, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.LICENSE_UPDATE)
    @PUT("project/{project}/licenses/{license}")
    Call<License> update(
            @Path("project") long projectId,
            @Path("license") long licenseId,
            @Body LicenseUpdate update,
            @Tag @Nullable CallContext context);

    @ApiOperation(Operation.LICENSE_REVOKE)
    @POST("project/{project}/licenses/{license}/revoke")
    Call<EmptyResult> revoke(
            @Path("project") long projectId, @Path("license") long licenseId, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.LICENSE_REACTIVATE)
    @POST("project/{project}/licenses/{license}/reactivate")
    Call<EmptyResult> reactivate(
            @Path("project") long projectId, @Path("license") long licenseId, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.LICENSE_DELETE)
    @DELETE("project/{project}/licenses/{license}")
    Call<EmptyResult> delete(
            @Path("project") long projectId, @Path("license") long licenseId, @Tag @Nullable CallContext context);
}
