package com.devpayr.vertx;

import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;

/**
 * Access to a project's licenses with Vert.x futures. Requires an API key.
 *
 * <pre>{@code
 * devpayr.licenses().create(projectId, LicenseDraft.builder("Pro").build()).onSuccess(this::deliver);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link LicenseService} throws.
 *
 * <p>Source: {@code docs/wire-contract.md}, Licenses.
 */
public interface VertxLicenseService {
    /** Returns one page of the project's licenses, newest first. */
    @ApiOperation(Operation.LICENSE_LIST)
    Future<Page<License>> list(long projectId, PageRequest page);

    /** Returns all licenses of the project, fetched page by page. */
    default VertxPagedList<License> listAll(long projectId) {
        return new VertxPagedList<>(Operation.LICENSE_LIST, page -> list(projectId, page));
    }

    /** Returns one license; up to 15 minutes old, since DevPayr caches it. */
    @ApiOperation(Operation.LICENSE_GET)
    Future<License> get(long projectId, long licenseId);

    /** Creates a license. */
    @ApiOperation(Operation.LICENSE_CREATE)
    Future<License> create(long projectId, LicenseDraft draft);

    /** Updates the fields that are set. DevPayr documents no route for this operation; the one used is assumed. */
    @ApiOperation(Operation.LICENSE_UPDATE)
    Future<License> update(long projectId, long licenseId, LicenseUpdate update);

    /** Revokes an active license. Fails with a {@code ForbiddenException} if the license is not active. */
    @ApiOperation(Operation.LICENSE_REVOKE)
    Future<Void> revoke(long projectId, long licenseId);

    /** Reactivates a revoked license. Fails with a {@code ForbiddenException} if it is not revoked, or has expired. */
    @ApiOperation(Operation.LICENSE_REACTIVATE)
    Future<Void> reactivate(long projectId, long licenseId);

    /** Deletes a license. */
    @ApiOperation(Operation.LICENSE_DELETE)
    Future<Void> delete(long projectId, long licenseId);
}
