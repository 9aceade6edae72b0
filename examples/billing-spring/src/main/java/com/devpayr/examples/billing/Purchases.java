package com.devpayr.examples.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Repository of orders and their payment events. */
@Repository
class Purchases {
    private static final int MAX_PROBLEM_LENGTH = 500;
    private static final int MAX_LINES = 200;

    private final JdbcClient jdbc;

    Purchases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores an event and its order unless they exist. Must not be called in a transaction, which a duplicate would abort. */
    void store(PaymentEvent event) {
        insertIfAbsent(
                "insert into purchase (reference, customer, domain) values (?, ?, ?)",
                event.order(),
                event.customer(),
                event.domain());
        insertIfAbsent(
                "insert into payment_event (id, purchase, type, occurred_at) values (?, ?, ?, ?)",
                event.id(),
                event.order(),
                event.type().name(),
                event.occurredAt().atOffset(ZoneOffset.UTC));
    }

    private void insertIfAbsent(String insert, Object... values) {
        try {
            jdbc.sql(insert).params(values).update();
        } catch (DuplicateKeyException known) {
            // an earlier delivery of the event, or an earlier event of the order
        }
    }

    /** Returns an order and locks its row until the end of the transaction. */
    Purchase lock(String order) {
        return jdbc.sql("select * from purchase where reference = ? for update")
                .param(order)
                .query((row, number) -> purchase(row))
                .single();
    }

    boolean isDone(String event) {
        return jdbc.sql("select done from payment_event where id = ?")
                .param(event)
                .query(Boolean.class)
                .single();
    }

    /** Returns the type of the event with the latest timestamp of the provider. */
    PaymentEvent.Type latest(String order) {
        return jdbc.sql("""
                        select type from payment_event where purchase = ?
                        order by occurred_at desc, arrival desc fetch first 1 row only""").param(order).query(PaymentEvent.Type.class).single();
    }

    void provisioned(String order, String keyEnding) {
        jdbc.sql("update purchase set license = 'ACTIVE', key_ending = ? where reference = ?")
                .params(keyEnding, order)
                .update();
    }

    void revoked(String order) {
        jdbc.sql("update purchase set license = 'REVOKED' where reference = ?")
                .param(order)
                .update();
    }

    /**
     * Records a change of a license in DevPayr, unless a later change is recorded: events may arrive in any order.
     *
     * @return whether the change was recorded
     */
    boolean licenseChanged(String order, Purchase.License license, Instant changedAt) {
        OffsetDateTime time = changedAt.atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        update purchase set license = ?, license_changed_at = ? where reference = ?
                        and (license_changed_at is null or license_changed_at <= ?)""").params(license.name(), time, order, time).update() == 1;
    }

    void done(String event) {
        jdbc.sql("update payment_event set done = true, problem = null where id = ?")
                .param(event)
                .update();
    }

    void failed(String event, String problem) {
        jdbc.sql("update payment_event set problem = ? where id = ?")
                .params(problem.substring(0, Math.min(problem.length(), MAX_PROBLEM_LENGTH)), event)
                .update();
    }

    /** Returns the orders with the latest events first. */
    List<Purchase.Line> latestLines() {
        return jdbc.sql("""
                        select purchase.*, news.type, news.occurred_at,
                               (select min(problem) from payment_event
                                where purchase = reference and not done) as problem
                        from purchase join payment_event news on news.arrival = (
                            select arrival from payment_event where purchase = reference
                            order by occurred_at desc, arrival desc fetch first 1 row only)
                        order by news.occurred_at desc fetch first %d rows only""".formatted(MAX_LINES))
                .query((row, number) -> line(row))
                .list();
    }

    private static Purchase purchase(ResultSet row) throws SQLException {
        return new Purchase(
                row.getString("reference"),
                row.getString("customer"),
                row.getString("domain"),
                Purchase.License.valueOf(row.getString("license")),
                row.getString("key_ending"));
    }

    private static Purchase.Line line(ResultSet row) throws SQLException {
        return new Purchase.Line(
                purchase(row),
                PaymentEvent.Type.valueOf(row.getString("type")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("problem"));
    }
}
