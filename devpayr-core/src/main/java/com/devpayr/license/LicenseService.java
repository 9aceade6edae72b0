package com.devpayr.license;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;

/**
 * A project's licenses, by API key.
 *
 * <pre>{@code
 * License license = devpayr.licenses().create(projectId, LicenseDraft.builder("Pro").build());
 * devpayr.licenses().revoke(projectId, license.id());
 * }</pre>
 *
 * <p>Every method throws {@link com.devpayr.error.DevPayrException}: a subtype of {@link
 * com.devpayr.error.ApiException} when DevPayr says no, {@link com.devpayr.error.TransportException} when it was not
 * reached, {@link com.devpayr.error.MissingCredentialException} when the credential is not configured.
 *
 * <p>Source: wire contract, section 3, licenses.
 */
public interface LicenseService {
    /** One page of the project's licenses, newest first. */
    @Calls(Operation.LICENSE_LIST)
    Page<License> list(long projectId, PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default PagedIterable<License> listAll(long projectId) {
        return new PagedIterable<>(Operation.LICENSE_LIST, page -> list(projectId, page));
    }

    /** One license; up to 15 minutes old, since the server caches it. */
    @Calls(Operation.LICENSE_GET)
    License get(long projectId, long licenseId);

    /** Issues a license. */
    @Calls(Operation.LICENSE_CREATE)
    License create(long projectId, LicenseDraft draft);

    /** Changes what the update sets and nothing else. The route is our decision; the platform documents none. */
    @Calls(Operation.LICENSE_UPDATE)
    License update(long projectId, long licenseId, LicenseUpdate update);

    /** Takes an active license back; 403 when it is not active. */
    @Calls(Operation.LICENSE_REVOKE)
    void revoke(long projectId, long licenseId);

    /** Makes a revoked license active again; 403 when it is not revoked, or has expired. */
    @Calls(Operation.LICENSE_REACTIVATE)
    void reactivate(long projectId, long licenseId);

    /** Deletes a license. */
    @Calls(Operation.LICENSE_DELETE)
    void delete(long projectId, long licenseId);
}
