package com.devpayr.examples.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.browser.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard in a browser. The emulator sends signed webhooks over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class DashboardBrowserTest {
    private static final double READABLE = 4.5;
    private static final int MAX_TABS = 40;

    /** Computes the contrast ratio of an element's text as defined by the Web Content Accessibility Guidelines. */
    private static final String CONTRAST = """
            (element => {
              const light = color => {
                const [r, g, b] = color.match(/[0-9.]+/g).map(part => part / 255)
                  .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              let behind = element;
              while (getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
              const text = light(getComputedStyle(element).color);
              const ground = light(getComputedStyle(behind).backgroundColor);
              return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
            })""";

    @SuppressWarnings("NullAway.Init") // set before all tests, or none runs
    private Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private DashboardFixture fixture;

    @BeforeAll
    void start() throws Exception {
        Path program = Chromium.installed().orElse(null);
        if (program == null) {
            String reason = "the dashboard was not tested in a browser, since there is no Chromium on this machine"
                    + " (Debian: apt-get install chromium)";
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
            System.err.println("SKIPPED: " + reason);
            abort(reason);
        }
        chromium = new Chromium(program, Files.createTempDirectory(Path.of("target"), "chromium-"));
        fixture = new DashboardFixture();
        logIn();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.quit();
        }
        if (fixture != null) {
            fixture.close();
        }
    }

    @BeforeEach
    void resetWindow() throws Exception {
        chromium.resize(1440, 900);
        chromium.prefer("light");
        chromium.errors().clear();
    }

    private void logIn() throws Exception {
        open("/");
        chromium.await("document.activeElement.name === 'username'");
        chromium.type(DashboardFixture.USER);
        chromium.pressTab();
        chromium.type(DashboardFixture.PASSWORD);
        chromium.pressEnter();
        awaitHeading("Projects");
    }

    @Test
    void searchesAndPages() throws Exception {
        FakeProject project = fixture.project("Acme Photos");
        IntStream.rangeClosed(1, 25).forEach(number -> project.license("Customer %02d".formatted(number)));
        open("/");
        click("#project-" + project.id());
        awaitHeading("Acme Photos");
        assertThat(rows()).hasSize(20).first().asString().startsWith("Customer 25");

        click("#next");
        chromium.await("document.querySelector('#first')");
        assertThat(rows()).hasSize(5).last().asString().startsWith("Customer 01");

        focus("#q");
        chromium.type("customer 07");
        chromium.pressEnter();
        chromium.await("location.search.includes('customer+07')");
        awaitHeading("Acme Photos");
        assertThat(rows()).hasSize(1).first().asString().startsWith("Customer 07");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void revokesAndReactivatesByKeyboardAlone() throws Exception {
        FakeProject project = fixture.project("Keyboard");
        FakeLicense license = project.license("Jane Doe");
        open("/projects/" + project.id());
        awaitHeading("Keyboard");

        chromium.pressTab();
        assertThat(focused()).isEqualTo("Skip to content");
        assertFocusIsVisible();
        chromium.pressEnter();
        tabTo("revoke-" + license.id());
        assertFocusIsVisible();
        chromium.pressEnter();
        awaitHeading("Revoke Jane Doe?");
        tabTo("confirm");
        assertFocusIsVisible();
        chromium.pressEnter();
        chromium.await("document.querySelector('#reactivate-" + license.id() + "')");

        tabTo("reactivate-" + license.id());
        chromium.pressEnter();
        awaitHeading("Reactivate Jane Doe?");
        tabTo("cancel");
        chromium.pressEnter();
        awaitHeading("Keyboard");
        assertThat(rows()).first().asString().contains("Revoked");
    }

    @Test
    void showsChangesWithoutAReload() throws Exception {
        FakeProject project = fixture.project("Live");
        FakeLicense license = project.license("Jane <b>Doe</b>");
        open("/projects/" + project.id());
        awaitLiveUpdates();
        chromium.evaluate("window.loaded = 'once'");
        focus("#q");
        chromium.type("half a na");

        license.revoked();

        chromium.await("document.querySelector('#notice').textContent === 'License revoked: Jane <b>Doe</b>'");
        chromium.await("document.querySelector('#reactivate-" + license.id() + "')");
        chromium.type("me");
        assertThat(chromium.text("document.activeElement.value")).isEqualTo("half a name");
        focus("#reactivate-" + license.id());

        project.unpaid();

        chromium.await("document.querySelector('#content .state').textContent === 'Not paid'");
        assertThat(focused()).isEqualTo("Reactivate");
        assertThat(chromium.text("window.loaded")).isEqualTo("once");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void theChartShowsAChangeWithoutAReload() throws Exception {
        FakeProject project = fixture.project("Chart");
        FakeLicense license = project.license("Jane Doe");
        open("/projects/" + project.id() + "/licenses/" + license.id());
        awaitLiveUpdates();
        assertThat(chromium.evaluate("document.querySelectorAll('svg .denied').length")
                        .asInt())
                .isZero();

        fixture.fake.clock().advance(Duration.ofDays(3));
        license.revoked();
        fixture.fake.clock().advance(Duration.ofDays(2));
        license.reactivated();

        chromium.await("document.querySelectorAll('svg .denied').length === 1"
                + " && document.querySelectorAll('svg .allowed').length === 2");
        assertThat(chromium.evaluate("document.querySelector('svg .denied').getBoundingClientRect().width")
                        .asDouble())
                .isGreaterThan(10);
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void aProblemIsShownAndGoesAway() throws Exception {
        FakeProject project = fixture.project("Outage");
        FakeLicense license = project.license("Jane Doe");
        open("/projects/" + project.id());
        awaitLiveUpdates();

        fixture.disconnect();
        license.revoked();
        awaitHeading("DevPayr cannot be reached");
        fixture.reconnect();

        awaitHeading("Outage");
        assertThat(rows()).first().asString().contains("Revoked");
    }

    @ParameterizedTest
    @CsvSource({"390,light", "390,dark", "1440,light", "1440,dark"})
    void pagesFitTheWindowAndAreReadable(int width, String scheme) throws Exception {
        FakeProject project = fixture.project("A project with quite a long name, which is not unusual");
        project.domain("staging.shop-with-a-long-name.example.com");
        FakeLicense license = project.license("LicenseWithALongTitleThatHasNoSpacesAtAllAndGoesOnAndOn");
        String list = "/projects/" + project.id();
        String page = list + "/licenses/" + license.id();
        chromium.resize(width, 844);
        chromium.prefer(scheme);

        for (String path : List.of("/", list, list + "/domains", page, page + "/revoke", "/projects/999", "/login")) {
            open(path);
            chromium.await("document.querySelector('h1')");
            assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                    .as("width of %s", path)
                    .isLessThanOrEqualTo(width);
            assertThat(chromium.text("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo(scheme.equals("dark") ? "rgb(22, 22, 21)" : "rgb(246, 246, 244)");
            assertThat(chromium.text("""
                            [...document.querySelectorAll('h1, p, a:not(.skip), button, label, th, td, dt, dd, .state, .chart span')]
                              .filter(element => %s(element) < %s).map(element => element.outerHTML).join()
                            """.formatted(CONTRAST, READABLE)))
                    .as("texts of %s without contrast", path)
                    .isEmpty();
        }
    }

    private void open(String path) throws Exception {
        chromium.open("about:blank");
        chromium.await("location.href === 'about:blank'");
        chromium.open(fixture.url(path));
        chromium.await("location.href !== 'about:blank' && document.readyState === 'complete'");
    }

    private void awaitHeading(String text) throws Exception {
        chromium.await(
                "document.readyState === 'complete' && document.querySelector('h1').textContent === '" + text + "'");
    }

    private void awaitLiveUpdates() throws Exception {
        chromium.await(
                "document.querySelector('main')['htmx-internal-data'].sseEventSource.readyState === EventSource.OPEN");
    }

    private void click(String selector) throws Exception {
        chromium.evaluate("document.querySelector('" + selector + "').click()");
    }

    private void focus(String selector) throws Exception {
        chromium.evaluate("document.querySelector('" + selector + "').focus()");
    }

    private String focused() throws Exception {
        return chromium.text("document.activeElement.textContent.trim()");
    }

    private List<String> rows() throws Exception {
        return chromium.evaluate("[...document.querySelectorAll('tbody tr')].map(row => row.innerText.trim())")
                .valueStream()
                .map(row -> row.asString())
                .toList();
    }

    /** Presses Tab until an element has the focus. */
    private void tabTo(String id) throws Exception {
        for (int tabs = 0; tabs < MAX_TABS; tabs++) {
            chromium.pressTab();
            if (chromium.text("document.activeElement.id").equals(id)) {
                return;
            }
        }
        fail(id + " cannot be reached with the keyboard");
    }

    private void assertFocusIsVisible() throws Exception {
        assertThat(chromium.text("getComputedStyle(document.activeElement).outlineWidth"))
                .isEqualTo("3px");
    }
}
