package com.devpayr.vertx;

import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;

/**
 * A project's licenses, by API key, on Vert.x.
 *
 * <pre>{@code
 * devpayr.licenses().create(projectId, LicenseDraft.builder("Pro").build()).onSuccess(this::deliver);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link LicenseService} throws.
 *
 * <p>Source: wire contract, section 3, licenses.
 */
public interface VertxLicenseService {
    /** One page of the project's licenses, newest first. */
    @Calls(Operation.LICENSE_LIST)
    Future<Page<License>> list(long projectId, PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default VertxPagedList<License> listAll(long projectId) {
        return new VertxPagedList<>(Operation.LICENSE_LIST, page -> list(projectId, page));
    }

    /** One license; up to 15 minutes old, since the server caches it. */
    @Calls(Operation.LICENSE_GET)
    Future<License> get(long projectId, long licenseId);

    /** Issues a license. */
    @Calls(Operation.LICENSE_CREATE)
    Future<License> create(long projectId, LicenseDraft draft);

    /** Changes what the update sets and nothing else. The route is our decision; the platform documents none. */
    @Calls(Operation.LICENSE_UPDATE)
    Future<License> update(long projectId, long licenseId, LicenseUpdate update);

    /** Takes an active license back; 403 when it is not active. */
    @Calls(Operation.LICENSE_REVOKE)
    Future<Void> revoke(long projectId, long licenseId);

    /** Makes a revoked license active again; 403 when it is not revoked, or has expired. */
    @Calls(Operation.LICENSE_REACTIVATE)
    Future<Void> reactivate(long projectId, long licenseId);

    /** Deletes a license. */
    @Calls(Operation.LICENSE_DELETE)
    Future<Void> delete(long projectId, long licenseId);
}
