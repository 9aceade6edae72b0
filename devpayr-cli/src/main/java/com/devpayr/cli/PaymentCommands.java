package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.payment.PaymentQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands for payments. */
@Command(
        name = "payments",
        description = {
            "Shows payment status.",
            "'devpayr projects update --paid' and 'devpayr domains update --paid' change it."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = PaymentCommands.Get.class)
final class PaymentCommands {
    /** Shows the payment status of a project or domain. */
    @Command(
            name = "get",
            description = "Shows whether a project, or one of its domains, has been paid for.",
            footerHeading = "%nExample:%n",
            footer = {"  devpayr payments get 7", "  devpayr payments get 7 --domain photos.example.com"})
    static final class Get extends BackendCommand {
        @Mixin
        final ProjectId id = new ProjectId();

        @Option(names = "--domain", paramLabel = "DOMAIN", description = "Domain whose status is shown.")
        @Nullable
        String domain;

        Get(Session session) {
            super(session);
        }

        @Override
        DevPayr connect() {
            return domain == null ? session.backend() : session.backend(domain);
        }

        @Override
        void run(DevPayr devpayr) {
            PaymentQuery query = domain == null ? PaymentQuery.ofProject() : PaymentQuery.ofDomain();
            boolean paid = devpayr.payments().status(id.project, query).hasPaid();
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            document.put("project_id", id.project);
            document.put("domain", domain);
            document.put("has_paid", paid);
            String subject = domain == null ? "Project " + id.project : domain;
            session.output().done(subject + " is " + (paid ? "paid." : "not paid."), null, document);
        }
    }
}
