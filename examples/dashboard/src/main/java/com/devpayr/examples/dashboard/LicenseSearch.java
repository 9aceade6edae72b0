package com.devpayr.examples.dashboard;

import com.devpayr.license.License;
import com.devpayr.license.LicenseService;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Search for licenses by title or by the end of the license key. DevPayr has no search, so pages are read and filtered. Cursors lead
 * forward only.
 */
@Component
class LicenseSearch {
    static final int PAGE_SIZE = 20;
    private static final int MAX_REQUESTS = 10;

    private final LicenseService licenses;
    private final Format format;

    LicenseSearch(LicenseService licenses, Format format) {
        this.licenses = licenses;
        this.format = format;
    }

    /** Returns a page of the matching licenses. It may be empty although there is a next page, which continues the search. */
    Page<License> find(long projectId, LicenseQuery query) {
        String cursor = query.cursor().isEmpty() ? null : query.cursor();
        if (query.q().isEmpty()) {
            return licenses.list(projectId, PageRequest.ofSize(PAGE_SIZE).withCursor(cursor));
        }
        List<License> matches = new ArrayList<>();
        int requests = 0;
        do {
            Page<License> page = licenses.list(
                    projectId, PageRequest.ofSize(PageRequest.MAX_SIZE).withCursor(cursor));
            page.items().stream().filter(license -> matches(license, query.q())).forEach(matches::add);
            cursor = page.nextCursor();
        } while (cursor != null && matches.size() < PAGE_SIZE && ++requests < MAX_REQUESTS);
        return Page.of(matches, cursor);
    }

    private boolean matches(License license, String text) {
        return format.title(license).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                || format.keyEnding(license).equalsIgnoreCase(text);
    }
}
