package com.devpayr.license;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import java.util.concurrent.CompletableFuture;

/**
 * A project's licenses, by API key for those who may not block.
 *
 * <pre>{@code
 * devpayr.licenses().create(projectId, LicenseDraft.builder("Pro").build()).thenAccept(this::deliver);
 * }</pre>
 *
 * <p>Every future fails with the exceptions that {@link LicenseService} throws, not wrapped; no method throws by itself.
 *
 * <p>Source: wire contract, section 3, licenses.
 */
public interface AsyncLicenseService {
    /** One page of the project's licenses, newest first. */
    @Calls(Operation.LICENSE_LIST)
    CompletableFuture<Page<License>> list(long projectId, PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default PagedPublisher<License> listAll(long projectId) {
        return new PagedPublisher<>(Operation.LICENSE_LIST, page -> list(projectId, page));
    }

    /** One license; up to 15 minutes old, since the server caches it. */
    @Calls(Operation.LICENSE_GET)
    CompletableFuture<License> get(long projectId, long licenseId);

    /** Issues a license. */
    @Calls(Operation.LICENSE_CREATE)
    CompletableFuture<License> create(long projectId, LicenseDraft draft);

    /** Changes what the update sets and nothing else. The route is our decision; the platform documents none. */
    @Calls(Operation.LICENSE_UPDATE)
    CompletableFuture<License> update(long projectId, long licenseId, LicenseUpdate update);

    /** Takes an active license back; 403 when it is not active. */
    @Calls(Operation.LICENSE_REVOKE)
    CompletableFuture<Void> revoke(long projectId, long licenseId);

    /** Makes a revoked license active again; 403 when it is not revoked, or has expired. */
    @Calls(Operation.LICENSE_REACTIVATE)
    CompletableFuture<Void> reactivate(long projectId, long licenseId);

    /** Deletes a license. */
    @Calls(Operation.LICENSE_DELETE)
    CompletableFuture<Void> delete(long projectId, long licenseId);
}
