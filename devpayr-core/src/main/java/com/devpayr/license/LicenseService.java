package com.devpayr.license;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;

/**
 * Access to the licenses of a project. Requires an API key.
 *
 * <pre>{@code
 * License license = devpayr.licenses().create(projectId, LicenseDraft.builder("Pro").build());
 * devpayr.licenses().revoke(projectId, license.id());
 * }</pre>
 *
 * <p>Methods throw {@link com.devpayr.error.DevPayrException}: a subtype of {@link com.devpayr.error.ApiException} if
 * DevPayr rejects the request, {@link com.devpayr.error.TransportException} if DevPayr cannot be reached or the connection
 * is lost, and {@link com.devpayr.error.MissingCredentialException} if no API key is configured.
 *
 * <p>Source: {@code docs/wire-contract.md}, Licenses.
 */
public interface LicenseService {
    /** Returns one page of the licenses of a project, newest first. */
    @ApiOperation(Operation.LICENSE_LIST)
    Page<License> list(long projectId, PageRequest page);

    /** Returns all licenses of a project, newest first, fetched page by page as they are read. */
    default PagedIterable<License> listAll(long projectId) {
        return new PagedIterable<>(Operation.LICENSE_LIST, page -> list(projectId, page));
    }

    /** Returns a license, which DevPayr may have cached for up to 15 minutes. */
    @ApiOperation(Operation.LICENSE_GET)
    License get(long projectId, long licenseId);

    /** Issues a license. */
    @ApiOperation(Operation.LICENSE_CREATE)
    License create(long projectId, LicenseDraft draft);

    /**
     * Updates the fields that are set or cleared. DevPayr documents no route for it; this one is the client's
     * assumption.
     */
    @ApiOperation(Operation.LICENSE_UPDATE)
    License update(long projectId, long licenseId, LicenseUpdate update);

    /** Revokes an active license. Fails with status 403 if the license is not active. */
    @ApiOperation(Operation.LICENSE_REVOKE)
    void revoke(long projectId, long licenseId);

    /** Reactivates a revoked license. Fails with status 403 if the license is not revoked or has expired. */
    @ApiOperation(Operation.LICENSE_REACTIVATE)
    void reactivate(long projectId, long licenseId);

    /** Deletes a license. */
    @ApiOperation(Operation.LICENSE_DELETE)
    void delete(long projectId, long licenseId);
}
