package com.devpayr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.cli.Program.Result;
import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records a session of the program with the emulator, and compares it with the one in the documentation. {@code mvn verify
 * -Ddocs=write} updates it.
 */
class TranscriptTest {
    private static final Path PAGE = Path.of("../docs/cli.md");
    private static final boolean WRITE = "write".equals(System.getProperty("docs"));
    private static final Pattern RECORDED =
            Pattern.compile("(<!-- recorded: session -->\n```console\n).*?(```\n<!-- end -->)", Pattern.DOTALL);

    private static final List<String> SESSION = List.of(
            "devpayr config --base-url http://127.0.0.1:8787/api/v1/",
            "devpayr ping",
            "devpayr provision --project acme-photos --domain photos.example.com --license \"Jane Doe\" --key-file"
                    + " license.key",
            "devpayr provision --project acme-photos --domain photos.example.com --license \"Jane Doe\" --json",
            "devpayr check --domain photos.example.com",
            "devpayr projects update 1 --paid --quiet",
            "devpayr check --domain photos.example.com",
            "devpayr licenses list 1",
            "devpayr licenses revoke 1 1 --dry-run",
            "devpayr licenses revoke 1 1",
            "devpayr licenses revoke 1 1",
            "devpayr check --domain photos.example.com --json",
            "devpayr projects delete 1");

    @Test
    void sessionInTheDocumentationIsUpToDate(@TempDir Path folder) throws Exception {
        String text = Files.readString(PAGE);
        Matcher region = RECORDED.matcher(text);
        assertThat(region.find()).as("the recorded session in %s", PAGE).isTrue();
        String session = record(folder);

        String updated =
                region.replaceFirst(match -> Matcher.quoteReplacement(match.group(1) + session + match.group(2)));
        if (WRITE) {
            Files.writeString(PAGE, updated);
        }
        assertThat(updated)
                .as("%s is outdated; update it with mvn verify -Ddocs=write", PAGE)
                .isEqualTo(WRITE ? updated : text);
    }

    private static String record(Path folder) throws Exception {
        InMemoryDevPayr fake = Program.platform();
        ApiKey apiKey = fake.createGlobalKey();
        Path keyFile = folder.resolve("license.key");
        StringBuilder session = new StringBuilder();
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
            Program program = Program.overHttp()
                    .with("DEVPAYR_API_KEY", apiKey.reveal())
                    .with("DEVPAYR_BASE_URL", emulator.baseUrl());
            for (String line : SESSION) {
                session.append("$ ").append(line).append('\n');
                List<String> arguments = CommandLineSplitter.split(line.replace("license.key", keyFile.toString()));
                Result result =
                        program.run(arguments.subList(1, arguments.size()).toArray(String[]::new));
                session.append(result.out()).append(result.err());
                if (result.status() != 0) {
                    session.append("(exit code ").append(result.status()).append(")\n");
                }
                if (Files.exists(keyFile)) {
                    program.with("DEVPAYR_LICENSE_KEY_FILE", keyFile.toString());
                }
            }
            return session.toString()
                    .replace(emulator.baseUrl(), "http://127.0.0.1:8787/api/v1/")
                    .replaceAll("\\*{4}[0-9a-f]{4}", "****1a2b");
        }
    }
}
