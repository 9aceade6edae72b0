package com.devpayr.testkit.console;

import com.devpayr.testkit.model.MutableClock;
import com.devpayr.testkit.platform.AccountRow;
import com.devpayr.testkit.platform.ErrorResponseException;
import com.devpayr.testkit.platform.Form;
import com.devpayr.testkit.platform.Json;
import com.devpayr.testkit.platform.Platform;
import com.devpayr.testkit.platform.PlatformData;
import com.devpayr.testkit.platform.PlatformRequest;
import com.devpayr.testkit.platform.PlatformResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks for, as JSON. What the API has, the page does by the API's own routes, as an account's owner: {@code
 * accounts/1/api/project/7/licenses}. The rest are a few endpoints of its own.
 */
final class ConsoleRouter {
    private static final int OK = 200;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern OF_THE_API = Pattern.compile("accounts/(\\d{1,18})/api/(.*)");

    private final Platform platform;
    private final Map<String, Action> actions = new HashMap<>();

    @FunctionalInterface
    private interface Action {
        Object perform(ConsoleRequest ask);
    }

    ConsoleRouter(Platform platform, MutableClock clock) {
        this.platform = platform;
        actions.put("GET accounts", ask -> accounts());
        actions.put("POST accounts", this::addAccount);
        addKeys(new KeyController(platform, clock));
        addLicensing(new LicensingController(platform, clock));
        addFaults(new FaultController(platform));
        StatusController observation = new StatusController(platform, clock);
        actions.put("GET pulse", observation::pulse);
        actions.put("DELETE requests", ask -> observation.forget());
        actions.put("PATCH clock", new ClockController(clock)::change);
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
        actions.put("DELETE usage/#", licensing::forgetUsage);
    }

    private void addFaults(FaultController faults) {
        actions.put("POST answers", faults::prepare);
        actions.put("DELETE answers", ask -> faults.drop());
        actions.put("PUT rate-limit", faults::setRateLimit);
        actions.put("DELETE rate-limit", ask -> faults.removeRateLimit());
        actions.put("PUT stale-reads", faults::cacheReads);
    }

    /** @throws ErrorResponseException when it refuses */
    PlatformResponse answer(PlatformRequest request) {
        Matcher api = OF_THE_API.matcher(request.path());
        try {
            return api.matches()
                    ? platform.handleForOwner(account(Long.parseLong(api.group(1))), request.at(api.group(2)))
                    : PlatformResponse.json(OK, perform(request));
        } catch (IllegalArgumentException refused) {
            if (refused.getCause() instanceof ErrorResponseException refusal) {
                throw refusal;
            }
            throw refused;
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
        return platform.look(all -> account(all, id));
    }

    /** @throws ErrorResponseException 404 when there is none */
    static AccountRow account(PlatformData all, long id) {
        return all.accounts().stream()
                .filter(account -> account.id == id)
                .findFirst()
                .orElseThrow(ErrorResponseException::notFound);
    }

    private Object accounts() {
        return Json.object("accounts", platform.look(all -> all.accounts().stream()
                .map(ConsoleRouter::json)
                .toList()));
    }

    private Object addAccount(ConsoleRequest ask) {
        return platform.read(all -> {
            List<AccountRow> made = new ArrayList<>();
            Form form = Form.forCreate(ask.input());
            form.text("name", 255).required().into(name -> made.add(all.account(name)));
            form.submit();
            return json(made.get(0));
        });
    }

    private static Map<String, @Nullable Object> json(AccountRow account) {
        return Json.object("id", account.id, "name", account.name);
    }
}
