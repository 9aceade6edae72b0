package com.devpayr.testkit.internal.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoints for project domains. */
final class DomainEndpoints {
    private static final int PAGE_SIZE = 50;
    private static final List<String> ENVIRONMENTS = List.of("production", "staging", "development");

    private final Store store;
    private final ApiKeyAuthorizer access;
    private final Clock clock;
    private final ChangePublisher changes;

    DomainEndpoints(Store store, ApiKeyAuthorizer access, Clock clock, ChangePublisher changes) {
        this.store = store;
        this.access = access;
        this.clock = clock;
        this.changes = changes;
    }

    PlatformResponse list(RoutedRequest request) {
        ProjectRow project = access.admitToProject(request);
        return PlatformResponse.success(RowPage.of(request, store.domains.of(project.id), domain -> true, PAGE_SIZE)
                .json("data", DomainRow::listJson));
    }

    PlatformResponse get(RoutedRequest request) {
        return PlatformResponse.success(
                "Domain successfully loaded.",
                in(access.admitToProject(request), request, 403).json());
    }

    PlatformResponse create(RoutedRequest request) {
        ProjectRow project = access.admitToProject(request);
        requireCapacity(project);
        return PlatformResponse.created(add(project, request.input()).json());
    }

    DomainRow add(ProjectRow project, Map<String, @Nullable Object> input) {
        DomainRow domain = new DomainRow(store.domains.nextId(), clock.instant(), project);
        write(domain, Form.forCreate(input));
        changes.created(domain);
        return domain;
    }

    PlatformResponse update(RoutedRequest request) {
        DomainRow domain = in(access.admitToProject(request), request, 404);
        changes.change(domain, () -> write(domain, Form.forUpdate(request.input())));
        return PlatformResponse.success(domain.json());
    }

    PlatformResponse delete(RoutedRequest request) {
        DomainRow domain = in(access.admitToProject(request), request, 403);
        store.domains.remove(domain);
        changes.deleted(domain);
        return PlatformResponse.success("Domain deleted successfully.", null);
    }

    private DomainRow in(ProjectRow project, RoutedRequest request, int statusWhenForeign) {
        DomainRow domain = store.domains.get(request.childId());
        if (domain.project != project) {
            throw new ErrorResponseException(statusWhenForeign, "Domain does not belong to this project.");
        }
        return domain;
    }

    private void requireCapacity(ProjectRow project) {
        Integer maximum = project.owner.maxDomains;
        if (maximum != null && store.domains.of(project.id).size() >= maximum) {
            throw new ErrorResponseException(403, "Your plan allows " + maximum + " domains in a project.");
        }
    }

    private void write(DomainRow domain, Form form) {
        form.text("domain", 255)
                .required()
                .must(DomainEndpoints::isHost, "must be a host name or IP address, without scheme or path")
                .must(host -> !isTaken(domain, lower(host)), "has already been taken")
                .into(host -> domain.domain = lower(host));
        form.choice("environment", ENVIRONMENTS).required().into(word -> domain.environment = word);
        form.flag("is_primary").into(primary -> setPrimary(domain, primary));
        form.flag("is_verified").into(verified -> domain.isVerified = verified);
        form.flag("is_locked").into(locked -> domain.isLocked = locked);
        form.flag("has_paid").into(paid -> domain.hasPaid = paid);
        form.flag("is_active").into(active -> domain.isActive = active);
        form.submit();
        domain.updatedAt = clock.instant();
        store.domains.save(domain);
    }

    private boolean isTaken(DomainRow domain, String host) {
        return store.domains.isTaken(ProjectResourceRow.uniqueName(domain.project, host), domain.id);
    }

    private void setPrimary(DomainRow domain, boolean primary) {
        if (primary) {
            store.domains.of(domain.project.id).values().stream()
                    .filter(other -> other != domain)
                    .forEach(other -> changes.change(other, () -> other.isPrimary = false));
        }
        domain.isPrimary = primary;
    }

    /** Only localhost and IP addresses may have a port. */
    private static boolean isHost(String text) {
        try {
            URI url = new URI("http://" + text);
            String host = url.getHost();
            boolean plain = host != null && text.equals(url.getAuthority()) && url.getUserInfo() == null;
            return plain && (url.getPort() == -1 || host.equals("localhost") || host.matches("\\[.*]|[\\d.]+"));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
