package com.devpayr.vertx;

import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.provision.Lookup;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;
import java.util.Optional;

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
    default VertxPagedStream<License> listAll(long projectId) {
        return new VertxPagedStream<>(Operation.LICENSE_LIST, page -> list(projectId, page));
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

    /**
     * Finds the license with a title, which is unique in the project, or returns empty. Reads the whole list, since a license
     * may be on any page. Fails with a
     * {@link com.devpayr.error.ProtocolException} if the list contains two.
     */
    default Future<Optional<License>> findByTitle(long projectId, String title) {
        return Provisioning.find(
                () -> Lookup.create(Operation.LICENSE_LIST, "title", title, License::title, License::id),
                listAll(projectId));
    }

    /**
     * Returns the license with the title of the draft. Creates it if there is none; an existing license is returned as it is,
     * even if it differs from the draft.
     *
     * <p>Safe to repeat and to call concurrently: if DevPayr rejects the request to create the license or its response is
     * lost, the list is read again. A request that may have been processed is never repeated. If the license is not in the
     * list either, the future fails with the failure of the request.
     */
    default Future<EnsureResult<License>> ensure(long projectId, LicenseDraft draft) {
        return Provisioning.ensure(
                () -> findByTitle(
                        projectId, Preconditions.present("draft", draft).title()),
                () -> create(projectId, draft));
    }
}
