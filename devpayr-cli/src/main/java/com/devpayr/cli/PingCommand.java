package com.devpayr.cli;

import com.devpayr.DevPayr;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** Checks that DevPayr responds. */
@Command(
        name = "ping",
        description = "Checks that DevPayr responds. Requires no credential.",
        footerHeading = "%nExample:%n",
        footer = "  devpayr ping --base-url http://127.0.0.1:8787/api/v1/")
final class PingCommand extends SessionCommand {
    PingCommand(Session session) {
        super(session);
    }

    @Override
    ExitCode run() {
        try (DevPayr devpayr = session.anonymous()) {
            devpayr.ping();
            String url = devpayr.config().baseUrl().toString();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("base_url", url);
            document.put("responds", true);
            session.output().done("DevPayr responds at " + url + ".", null, document);
            return ExitCode.OK;
        }
    }
}
