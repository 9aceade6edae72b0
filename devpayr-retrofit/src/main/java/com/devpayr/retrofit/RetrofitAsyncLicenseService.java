package com.devpayr.retrofit;

import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import java.util.concurrent.CompletableFuture;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** {@link AsyncLicenseService} as Retrofit reads it. */
interface RetrofitAsyncLicenseService extends AsyncLicenseService {
    @Override
    @GET("project/{project}/licenses")
    CompletableFuture<Page<License>> list(@Path("project") long projectId, @Tag PageRequest page);

    @Override
    @GET("project/{project}/licenses/{license}")
    CompletableFuture<License> get(@Path("project") long projectId, @Path("license") long licenseId);

    @Override
    @POST("project/{project}/licenses")
    CompletableFuture<License> create(@Path("project") long projectId, @Tag LicenseDraft draft);

    @Override
    @PUT("project/{project}/licenses/{license}")
    CompletableFuture<License> update(
            @Path("project") long projectId, @Path("license") long licenseId, @Tag LicenseUpdate update);

    @Override
    @POST("project/{project}/licenses/{license}/revoke")
    CompletableFuture<Void> revoke(@Path("project") long projectId, @Path("license") long licenseId);

    @Override
    @POST("project/{project}/licenses/{license}/reactivate")
    CompletableFuture<Void> reactivate(@Path("project") long projectId, @Path("license") long licenseId);

    @Override
    @DELETE("project/{project}/licenses/{license}")
    CompletableFuture<Void> delete(@Path("project") long projectId, @Path("license") long licenseId);
}
