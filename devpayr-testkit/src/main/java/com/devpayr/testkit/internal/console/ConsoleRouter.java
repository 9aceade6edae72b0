package com.devpayr.testkit.internal.console;

import com.devpayr.testkit.internal.platform.AccountRow;
import com.devpayr.testkit.internal.platform.ErrorResponseException;
import com.devpayr.testkit.internal.platform.Form;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.PlatformData;
import com.devpayr.testkit.internal.platform.PlatformRequest;
import com.devpayr.testkit.internal.platform.PlatformResponse;
import com.devpayr.testkit.model.MutableClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Routes the requests of the console's page. Requests below {@code accounts/1/api/} use the routes of the API as the
 * account's owner, for example {@code accounts/1/api/project/7/licenses}. All others are endpoints of the console.
 */
final class ConsoleRouter {
    private static final int OK = 200;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern API_ROUTE = Pattern.compile("accounts/(\\d{1,18})/api/(.*)");

    private final Platform platform;
    private final Map<String, Action> actions = new HashMap<>();

    @FunctionalInterface
    private interface Action {
        Object perform(ConsoleRequest request);
    }

    ConsoleRouter(Platform platform, MutableClock clock) {
        this.platform = platform;
        actions.put("GET accounts", request -> accounts());
        actions.put("POST accounts", this::addAccount);
        addKeys(new KeyController(platform, clock));
        addLicensing(new LicensingController(platform, clock));
        addFaults(new FaultController(platform));
        addWebhooks(new WebhookController(platform));
        StatusController status = new StatusController(platform, clock);
        actions.put("GET status", status::get);
        actions.put("DELETE requests", request -> status.clearRequests());
        actions.put("PATCH clock", new ClockController(clock)::change);
        addState(new StateController(platform));
    }

    private void addState(StateController state) {
        actions.put("GET state", request -> state.get());
        actions.put("PUT state", state::replace);
        actions.put("DELETE state", request -> state.delete());
    }

    private void addKeys(KeyController keys) {
        actions.put("GET accounts/#/keys", keys::list);
        actions.put("POST accounts/#/keys", keys::create);
        actions.put("POST keys/#/revoke", keys::revoke);
        actions.put("POST keys/#/rotate", keys::rotate);
        actions.put("DELETE keys/#", keys::delete);
    }

    private void addLicensing(LicensingController licensing) {
        actions.put("GET projects/#", licensing::project);
        actions.put("PATCH projects/#", licensing::changeProject);
        actions.put("GET usage", licensing::usage);
        actions.put("DELETE usage/#", licensing::resetUsage);
        actions.put("GET deliveries", licensing::deliveries);
    }

    private void addWebhooks(WebhookController webhooks) {
        actions.put("GET webhooks", request -> webhooks.list());
        actions.put("POST webhooks/resend", webhooks::resend);
        actions.put("GET accounts/#/webhook", webhooks::target);
        actions.put("PATCH accounts/#/webhook", webhooks::setTarget);
    }

    private void addFaults(FaultController faults) {
        actions.put("POST stub-responses", faults::addStub);
        actions.put("DELETE stub-responses", request -> faults.removeStubs());
        actions.put("PUT rate-limit", faults::setRateLimit);
        actions.put("DELETE rate-limit", request -> faults.removeRateLimit());
        actions.put("PUT cached-reads", faults::cacheReads);
    }

    /** @throws ErrorResponseException if the request is rejected */
    PlatformResponse handle(PlatformRequest request) {
        Matcher api = API_ROUTE.matcher(request.path());
        try {
            return api.matches()
                    ? platform.handleForOwner(account(Long.parseLong(api.group(1))), request.at(api.group(2)))
                    : PlatformResponse.json(OK, perform(request));
        } catch (IllegalArgumentException rejected) {
            if (rejected.getCause() instanceof ErrorResponseException rejection) {
                throw rejection;
            }
            throw rejected;
        }
    }

    private Object perform(PlatformRequest request) {
        List<Long> ids = new ArrayList<>();
        List<String> segments = new ArrayList<>();
        for (String segment : request.path().split("/", -1)) {
            boolean isId = NUMBER.matcher(segment).matches();
            if (isId) {
                ids.add(Long.valueOf(segment));
            }
            segments.add(isId ? "#" : segment);
        }
        Action action = actions.get(request.method() + " " + String.join("/", segments));
        if (action == null) {
            throw ErrorResponseException.notFound();
        }
        return action.perform(new ConsoleRequest(ids, request));
    }

    private AccountRow account(long id) {
        return platform.view(data -> account(data, id));
    }

    /** @throws ErrorResponseException 404 if there is none */
    static AccountRow account(PlatformData data, long id) {
        return data.accounts().stream()
                .filter(account -> account.id == id)
                .findFirst()
                .orElseThrow(ErrorResponseException::notFound);
    }

    private Object accounts() {
        return Json.object("accounts", platform.view(data -> data.accounts().stream()
                .map(ConsoleRouter::json)
                .toList()));
    }

    private Object addAccount(ConsoleRequest request) {
        return platform.update(data -> {
            List<AccountRow> created = new ArrayList<>();
            Form form = Form.forCreate(request.input());
            form.text("name", 255).required().into(name -> created.add(data.account(name)));
            form.submit();
            return json(created.get(0));
        });
    }

    private static Map<String, @Nullable Object> json(AccountRow account) {
        return Json.object("id", account.id, "name", account.name);
    }
}
