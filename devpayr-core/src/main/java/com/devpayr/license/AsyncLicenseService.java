package com.devpayr.license;

import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.provision.AsyncEnsure;
import com.devpayr.internal.provision.Lookup;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asynchronous access to the licenses of a project. Requires an API key.
 *
 * <pre>{@code
 * devpayr.licenses().create(projectId, LicenseDraft.builder("Pro").build()).thenAccept(this::deliver);
 * }</pre>
 *
 * <p>Futures fail with the exceptions that {@link LicenseService} throws, not wrapped. The methods themselves never throw.
 *
 * <p>Source: {@code docs/wire-contract.md}, Licenses.
 */
public interface AsyncLicenseService {
    /** Returns one page of the licenses of a project, newest first. */
    @ApiOperation(Operation.LICENSE_LIST)
    CompletableFuture<Page<License>> list(long projectId, PageRequest page);

    /** Returns all licenses of a project, newest first, fetched page by page as they are read. */
    default PagedPublisher<License> listAll(long projectId) {
        return new PagedPublisher<>(Operation.LICENSE_LIST, page -> list(projectId, page));
    }

    /** Returns a license, which DevPayr may have cached for up to 15 minutes. */
    @ApiOperation(Operation.LICENSE_GET)
    CompletableFuture<License> get(long projectId, long licenseId);

    /** Issues a license. */
    @ApiOperation(Operation.LICENSE_CREATE)
    CompletableFuture<License> create(long projectId, LicenseDraft draft);

    /**
     * Updates the fields that are set or cleared. DevPayr documents no route for it; this one is the client's
     * assumption.
     */
    @ApiOperation(Operation.LICENSE_UPDATE)
    CompletableFuture<License> update(long projectId, long licenseId, LicenseUpdate update);

    /** Revokes an active license. Fails with status 403 if the license is not active. */
    @ApiOperation(Operation.LICENSE_REVOKE)
    CompletableFuture<Void> revoke(long projectId, long licenseId);

    /** Reactivates a revoked license. Fails with status 403 if the license is not revoked or has expired. */
    @ApiOperation(Operation.LICENSE_REACTIVATE)
    CompletableFuture<Void> reactivate(long projectId, long licenseId);

    /** Deletes a license. */
    @ApiOperation(Operation.LICENSE_DELETE)
    CompletableFuture<Void> delete(long projectId, long licenseId);

    /**
     * Finds the license with a title, which is unique in the project, or returns empty. Reads the whole list, since a license
     * may be on any page. Fails with a
     * {@link com.devpayr.error.ProtocolException} if the list contains two.
     */
    default CompletableFuture<Optional<License>> findByTitle(long projectId, String title) {
        return Lookup.start(
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
    default CompletableFuture<EnsureResult<License>> ensure(long projectId, LicenseDraft draft) {
        return AsyncEnsure.start(
                () -> findByTitle(
                        projectId, Preconditions.present("draft", draft).title()),
                () -> create(projectId, draft));
    }
}
