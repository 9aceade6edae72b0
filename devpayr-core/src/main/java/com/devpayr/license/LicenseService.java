package com.devpayr.license;

import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.provision.Ensure;
import com.devpayr.internal.provision.Lookup;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;
import java.util.Optional;

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

    /**
     * Finds the license with a title, which is unique in the project, or returns empty. Reads the whole list, since a license
     * may be on any page.
     *
     * @throws com.devpayr.error.ProtocolException if the list contains two; the message names both IDs
     */
    default Optional<License> findByTitle(long projectId, String title) {
        Lookup<License> lookup = Lookup.create(Operation.LICENSE_LIST, "title", title, License::title, License::id);
        listAll(projectId).forEach(lookup);
        return lookup.result();
    }

    /**
     * Returns the license with the title of the draft. Creates it if there is none; an existing license is returned as it is,
     * even if it differs from the draft.
     *
     * <p>Safe to repeat and to call concurrently: if DevPayr rejects the request to create the license or its response is lost,
     * the list is read again. A request that may have been processed is never repeated.
     *
     * @throws com.devpayr.error.OutcomeUnknownException if the response is lost and the license is not in the list; repeat the
     *     call later
     */
    default EnsureResult<License> ensure(long projectId, LicenseDraft draft) {
        String title = Preconditions.present("draft", draft).title();
        return Ensure.run(() -> findByTitle(projectId, title), () -> create(projectId, draft));
    }
}
