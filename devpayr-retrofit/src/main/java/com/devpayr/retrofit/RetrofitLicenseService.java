package com.devpayr.retrofit;

import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import com.devpayr.license.LicenseUpdate;
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
 * A project's licenses over Retrofit.
 *
 * <p>Public for Retrofit alone, which calls the default methods of public interfaces only; what is offered is the port.
 */
public interface RetrofitLicenseService extends LicenseService {
    @Override
    @GET("project/{project}/licenses")
    Page<License> list(@Path("project") long projectId, @Tag PageRequest page);

    @Override
    @GET("project/{project}/licenses/{license}")
    License get(@Path("project") long projectId, @Path("license") long licenseId);

    @Override
    @POST("project/{project}/licenses")
    License create(@Path("project") long projectId, @Tag LicenseDraft draft);

    @Override
    @PUT("project/{project}/licenses/{license}")
    License update(@Path("project") long projectId, @Path("license") long licenseId, @Tag LicenseUpdate update);

    @Override
    default void revoke(long projectId, long licenseId) {
        revoked(projectId, licenseId);
    }

    /** What {@link #revoke} sends; returns null. */
    @Calls(Operation.LICENSE_REVOKE)
    @POST("project/{project}/licenses/{license}/revoke")
    @Nullable
    Void revoked(@Path("project") long projectId, @Path("license") long licenseId);

    @Override
    default void reactivate(long projectId, long licenseId) {
        reactivated(projectId, licenseId);
    }

    /** What {@link #reactivate} sends; returns null. */
    @Calls(Operation.LICENSE_REACTIVATE)
    @POST("project/{project}/licenses/{license}/reactivate")
    @Nullable
    Void reactivated(@Path("project") long projectId, @Path("license") long licenseId);

    @Override
    default void delete(long projectId, long licenseId) {
        deleted(projectId, licenseId);
    }

    /** What {@link #delete} sends; returns null. */
    @Calls(Operation.LICENSE_DELETE)
    @DELETE("project/{project}/licenses/{license}")
    @Nullable
    Void deleted(@Path("project") long projectId, @Path("license") long licenseId);
}
