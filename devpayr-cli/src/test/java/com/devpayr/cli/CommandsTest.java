package com.devpayr.cli;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.cli.Program.Result;
import com.devpayr.operation.Operation;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs each command against the platform in memory. */
class CommandsTest {
    private static final String SECRET = "correct horse battery staple";

    private final InMemoryDevPayr fake = Program.platform();
    private final FakeProject acme = fake.project("Acme");
    private final Program devpayr = Program.inMemory(fake);
    private final Path folder;

    CommandsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void managesProjects() {
        assertThat(devpayr.output("projects", "create", "--name", "Photos", "--slug", "photos", "--meta", "tier=gold"))
                .contains("slug", "photos", "{\"tier\":\"gold\"}");
        assertThat(devpayr.output("projects", "update", "2", "--name", "Pictures", "--paid", "--description", "Old"))
                .containsPattern("name +Pictures")
                .containsPattern("has paid +yes");
        assertThat(devpayr.output("projects", "update", "2", "--no-paid", "--clear", "description,logo-url"))
                .containsPattern("has paid +no")
                .containsPattern("description +-");
        assertThat(devpayr.output("projects", "get", "2")).containsPattern("slug +photos");
        assertThat(devpayr.output("projects", "list")).contains("ID", "SLUG", "acme", "photos");
        assertThat(devpayr.output("projects", "delete", "2", "--yes"))
                .isEqualToIgnoringNewLines("Deleted project 2 with its licenses, domains and injectables.");
        assertThat(devpayr.output("-q", "projects", "list")).isEqualToIgnoringNewLines("1");
    }

    @Test
    void managesLicenses() throws Exception {
        Path keyFile = folder.resolve("keys/license.key");
        assertThat(devpayr.output(
                        "licenses",
                        "create",
                        "1",
                        "--title",
                        "Jane",
                        "--max-domains",
                        "3",
                        "--unlimited",
                        "usage",
                        "--expires-at",
                        "2027-01-31",
                        "--allowed-ip",
                        "192.0.2.1,192.0.2.2",
                        "--test",
                        "--key-file",
                        keyFile.toString()))
                .containsPattern("max domains +3")
                .contains("2027-01-31T00:00:00Z", "192.0.2.1, 192.0.2.2");
        assertThat(Files.readString(keyFile)).hasSize(36);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
        assertThat(devpayr.output(
                        "licenses",
                        "update",
                        "1",
                        "1",
                        "--title",
                        "Jane Doe",
                        "--no-test",
                        "--clear",
                        "max-domains,expires-at"))
                .containsPattern("max domains +-")
                .containsPattern("expires at +-")
                .containsPattern("is test license +no");
        assertThat(devpayr.output("licenses", "revoke", "1", "1"))
                .isEqualToIgnoringNewLines("License 1 of project 1 is revoked.");
        assertThat(devpayr.output("licenses", "list", "1")).contains("Jane Doe", "revoked");
        assertThat(devpayr.output("licenses", "reactivate", "1", "1"))
                .isEqualToIgnoringNewLines("License 1 of project 1 is reactivated.");
        assertThat(devpayr.output("licenses", "get", "1", "1")).containsPattern("status +active");
        assertThat(devpayr.output("licenses", "delete", "1", "1", "-y", "-q")).isEqualToIgnoringNewLines("1");
    }

    @Test
    void managesDomains() {
        assertThat(devpayr.output(
                        "domains",
                        "create",
                        "1",
                        "--host",
                        "photos.example.com",
                        "--environment",
                        "staging",
                        "--verified"))
                .containsPattern("environment +staging")
                .containsPattern("is verified +yes");
        assertThat(devpayr.output("domains", "update", "1", "1", "--environment", "production", "--paid", "--primary"))
                .containsPattern("environment +production")
                .containsPattern("has paid +yes");
        assertThat(devpayr.output("domains", "get", "1", "1")).containsPattern("is primary +yes");
        assertThat(devpayr.output("domains", "list", "1")).contains("photos.example.com");
        assertThat(devpayr.output("payments", "get", "1", "--domain", "photos.example.com"))
                .isEqualToIgnoringNewLines("photos.example.com is paid.");
        assertThat(devpayr.output("payments", "get", "1")).isEqualToIgnoringNewLines("Project 1 is not paid.");
        assertThat(devpayr.output("domains", "delete", "1", "1", "--yes")).contains("Deleted domain 1 of project 1.");
    }

    @Test
    void managesInjectables() throws Exception {
        devpayr.with("DEVPAYR_SECRET", SECRET);
        Path text = Files.writeString(folder.resolve("notice.html"), "<p>Thank you</p>");
        assertThat(devpayr.output(
                        "injectables",
                        "create",
                        "1",
                        "--type",
                        "html",
                        "--mode",
                        "write",
                        "--target-path",
                        "n.html",
                        "--slug",
                        "notice",
                        "--content-file",
                        text.toString()))
                .containsPattern("slug +notice");
        Files.writeString(text, "<p>Thanks</p>");
        assertThat(devpayr.output(
                        "injectables",
                        "update",
                        "1",
                        "1",
                        "--title",
                        "Notice",
                        "--no-only-if-paid",
                        "--content-file",
                        text.toString()))
                .containsPattern("title +Notice")
                .containsPattern("only if paid +no");
        assertThat(devpayr.output("injectables", "update", "1", "1", "--clear", "title"))
                .containsPattern("title +-");
        assertThat(devpayr.output("injectables", "get", "1", "1")).containsPattern("content hash +[0-9a-f]{64}");
        assertThat(devpayr.output("injectables", "list", "1")).contains("notice", "html");
        Path copy = folder.resolve("copy.html");
        assertThat(devpayr.output("injectables", "download", "1", "1", "-o", copy.toString()))
                .isEqualToIgnoringNewLines("Wrote 13 bytes to " + copy + ".");
        assertThat(copy).hasContent("<p>Thanks</p>");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(devpayr.output("injectables", "delete", "1", "1", "--yes")).contains("Deleted injectable 1");
    }

    @Test
    void uploadsAndReplacesAFile() throws Exception {
        devpayr.with("DEVPAYR_SECRET", SECRET);
        Path logo = Files.write(folder.resolve("logo.png"), new byte[] {1, 2, 3});
        Path copy = folder.resolve("copy.png");

        assertThat(devpayr.output("-q", "injectables", "upload", "1", logo.toString(), "--slug", "logo"))
                .isEqualToIgnoringNewLines("1");
        Files.write(logo, new byte[] {4, 5});
        assertThat(devpayr.output("injectables", "upload", "1", logo.toString(), "--replace", "1"))
                .containsPattern("target path +logo.png");

        devpayr.output("injectables", "download", "1", "1", "-o", copy.toString());
        assertThat(copy).hasBinaryContent(new byte[] {4, 5});
        Result again = devpayr.run("injectables", "download", "1", "1", "-o", copy.toString());
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("add --overwrite");
        devpayr.output("injectables", "download", "1", "1", "--overwrite", "-o", copy.toString());
    }

    @Test
    void rejectsAPayloadThatIsSignedWithAnotherSecret() {
        acme.injectable("notice", Secret.of("another secret"), "text");

        Result result = devpayr.with("DEVPAYR_SECRET", SECRET)
                .run(
                        "injectables",
                        "download",
                        "1",
                        "1",
                        "-o",
                        folder.resolve("copy").toString());

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("is not signed and encrypted with the configured secret");
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void checksALicense() {
        FakeLicense license = acme.paid().license("Pro");
        devpayr.with("DEVPAYR_LICENSE_KEY", license.key().reveal());

        assertThat(devpayr.output("check", "--domain", "photos.example.com"))
                .isEqualToIgnoringNewLines("ALLOWED (fresh)  This application is licensed.");
        license.revoked();
        Result denied = devpayr.with("DEVPAYR_DOMAIN", "photos.example.com").run("check");
        assertThat(denied.status()).isEqualTo(7);
        assertThat(denied.out()).startsWith("DENIED (revoked)  The license has been revoked.");
    }

    @Test
    void checkRequiresADomainSinceDevPayrCountsIt() {
        Result result = devpayr.with(
                        "DEVPAYR_LICENSE_KEY", acme.license("Pro").key().reveal())
                .run("check");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("Add --domain or set DEVPAYR_DOMAIN").hasLineCount(1);
    }

    @Test
    void pingNeedsNoCredential() {
        assertThat(devpayr.without("DEVPAYR_API_KEY").output("ping"))
                .isEqualToIgnoringNewLines("DevPayr responds at https://api.devpayr.dev/api/v1/.");
    }

    @Test
    void configShowsTheSourceOfEachSetting() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "gk_1_file");
        fake.clearRequests();

        assertThat(devpayr.without("DEVPAYR_API_KEY")
                        .with("DEVPAYR_API_KEY_FILE", key.toString())
                        .with("DEVPAYR_DOMAIN", "photos.example.com")
                        .output("config", "--base-url", "https://devpayr.example.com/api/v1"))
                .containsPattern("api_key +\\*\\*\\*\\* +DEVPAYR_API_KEY_FILE \\(" + key + "\\)")
                .containsPattern("license_key +- +not set")
                .containsPattern("domain +photos.example.com +DEVPAYR_DOMAIN")
                .containsPattern("base_url +https://devpayr.example.com/api/v1/ +--base-url")
                .containsPattern("call_timeout +30s +default")
                .containsPattern("log +off +default");
        assertThat(devpayr.with("DEVPAYR_LOG", "Debug").output("config")).containsPattern("log +debug +DEVPAYR_LOG");
        assertThat(fake).receivedNothing();
    }

    @Test
    void proxyOfTheEnvironmentIsUsedAndShownWithoutItsPassword() {
        devpayr.with("HTTPS_PROXY", "http://shop:topsecret@proxy.example.com:3128");

        assertThat(devpayr.output("config"))
                .containsPattern("proxy +proxy.example.com:3128 +environment")
                .doesNotContain("topsecret");
        assertThat(devpayr.with("NO_PROXY", "devpayr.dev").output("config")).containsPattern("proxy +- +none");
    }

    @Test
    void dryRunShowsTheRequestAndSendsNone() throws Exception {
        Path text = Files.writeString(folder.resolve("notice.html"), "<p>Thank you</p>");
        devpayr.with("DEVPAYR_SECRET", SECRET).without("DEVPAYR_API_KEY");
        fake.clearRequests();

        assertThat(devpayr.output("projects", "create", "--name", "Photos", "--dry-run"))
                .isEqualToIgnoringNewLines("Dry run: POST project {\"name\":\"Photos\"}");
        assertThat(devpayr.output("licenses", "update", "1", "2", "--clear", "expires-at", "--dry-run"))
                .isEqualToIgnoringNewLines("Dry run: PUT project/1/licenses/2 {\"expires_at\":null}");
        assertThat(devpayr.output("licenses", "revoke", "1", "2", "--dry-run", "--json"))
                .isEqualToIgnoringNewLines("{\"dry_run\":true,\"operation\":\"license.revoke\",\"method\":\"POST\","
                        + "\"path\":\"project/1/licenses/2/revoke\",\"body\":{}}");
        assertThat(devpayr.output("domains", "delete", "1", "2", "--dry-run"))
                .isEqualToIgnoringNewLines("Dry run: DELETE project/1/domains/2 {}");
        assertThat(devpayr.output("injectables", "upload", "1", text.toString(), "--dry-run"))
                .contains("\"secret\":\"****\"", "\"file\":\"notice.html (16 bytes)\"");
        assertThat(devpayr.output(
                        "injectables",
                        "create",
                        "1",
                        "--type",
                        "html",
                        "--mode",
                        "write",
                        "--target-path",
                        "n",
                        "--content-file",
                        text.toString(),
                        "--dry-run"))
                .contains("\"content\":\"****\"")
                .doesNotContain("Thank you", SECRET);
        assertThat(fake).receivedNothing();
    }

    @Test
    void writesTheLicenseKeyOfAnExistingLicense() {
        String key = acme.license("Pro").key().reveal();
        Path keyFile = folder.resolve("license.key");

        devpayr.output("licenses", "get", "1", "1", "--key-file", keyFile.toString());

        assertThat(keyFile).hasContent(key);
    }

    @Test
    void reportsAKeyFileThatCannotBeWrittenAndHowToRepeat() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("license.key");

        Result result = devpayr.run("licenses", "create", "1", "--title", "Jane", "--key-file", blocked.toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("License 1 exists", "devpayr licenses get 1 1 --key-file FILE")
                .hasLineCount(1);
        assertThat(fake).received(Operation.LICENSE_CREATE).once();
    }
}
