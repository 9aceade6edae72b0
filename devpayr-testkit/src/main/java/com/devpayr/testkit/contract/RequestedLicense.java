package com.devpayr.testkit.contract;

import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultExchange;
import com.devpayr.testkit.fault.Faults;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A valid response with the license whose id is in the path of the request. */
final class RequestedLicense implements Fault {
    private static final Pattern ID = Pattern.compile("^GET \\S+/licenses/(\\d+) ");

    @Override
    public void act(FaultExchange exchange) throws IOException, InterruptedException {
        Matcher request = ID.matcher(exchange.request());
        if (!request.find()) {
            throw new IOException("not a request for a license");
        }
        Faults.response(200, "", "{\"data\":{\"id\":" + request.group(1) + ",\"uuid\":\"a-license-key\"}}")
                .act(exchange);
    }
}
