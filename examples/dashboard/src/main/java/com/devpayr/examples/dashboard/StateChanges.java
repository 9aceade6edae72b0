package com.devpayr.examples.dashboard;

import com.devpayr.error.DenialReason;
import com.devpayr.license.License;
import com.devpayr.project.Project;
import com.devpayr.webhook.LicenseEvent;
import com.devpayr.webhook.ProjectEvent;
import com.devpayr.webhook.WebhookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Repository of the changes that DevPayr reported by webhooks. The starter receives and verifies webhooks and publishes their events.
 * If a listener fails, DevPayr sends the event again.
 */
@Repository
class StateChanges {
    private final JdbcClient jdbc;
    private final Clock clock;

    StateChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // <record>
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE) // before the pages are told to show it
    void on(LicenseEvent event) {
        License license = event.license();
        if (license != null) {
            store(event, StateChange.license(license.id()), StateChange.denial(event, license));
        }
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ProjectEvent event) {
        Project project = event.project();
        if (project != null) {
            store(event, StateChange.project(project.id()), StateChange.denial(project));
        }
    }
    // </record>

    private void store(WebhookEvent event, String resource, @Nullable DenialReason denial) {
        Instant at = event.createdAt() == null ? clock.instant() : event.createdAt();
        try {
            jdbc.sql("insert into state_change (event, resource, changed_at, denial) values (?, ?, ?, ?)")
                    .params(event.id(), resource, at.atOffset(ZoneOffset.UTC))
                    .param(denial == null ? null : denial.id())
                    .update();
        } catch (DuplicateKeyException known) {
            // the event was delivered before
        }
    }

    /** Returns the changes of resources, oldest first. */
    List<StateChange> of(String... resources) {
        return jdbc.sql("select * from state_change where resource in (:resources) order by changed_at")
                .param("resources", List.of(resources))
                .query((row, number) -> change(row))
                .list();
    }

    private static StateChange change(ResultSet row) throws SQLException {
        String denial = row.getString("denial");
        return new StateChange(
                row.getString("resource"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                denial == null ? null : new DenialReason(denial));
    }
}
