/** A value as JSON can hold it: primitives, or a tagged object. */
type Coded = string | number | boolean | null | readonly [tag: string, ...parts: unknown[]];

export interface Codec {
  /** Throws "An object could not be cloned." where Electron's IPC would. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/**
 * Structured values as text, for IPC between two processes that share no memory. Runs in Node and, as
 * text, in the page: so it uses nothing from outside itself. The engine's own structuredClone goes
 * first, which gives its semantics: functions refused, prototypes dropped, getters read.
 */
export function createCodec(): Codec {
  const clone = globalThis.structuredClone;
  const refuse = () => new Error("An object could not be cloned.");

  function encodeNumber(value: number): Coded {
    if (Object.is(value, -0)) return ["number", "-0"];
    return Number.isFinite(value) ? value : ["number", String(value)];
  }

  function encodeObject(value: object, path: readonly object[]): Coded {
    // A cycle would be cloned by Electron; nothing of ours sends one, so it is refused here.
    if (path.includes(value)) throw refuse();
    const inner = (part: unknown) => encodeValue(part, [...path, value]);
    if (Array.isArray(value)) {
      const filled = Object.keys(value).map((key) => [key, inner(Reflect.get(value, key))]);
      return ["array", value.length, filled];
    }
    if (value instanceof Map)
      return ["map", Array.from(value, ([key, part]) => [inner(key), inner(part)])];
    if (value instanceof Set) return ["set", Array.from(value, inner)];
    if (value instanceof Date) return ["date", value.getTime()];
    if (value instanceof RegExp) return ["regexp", value.source, value.flags];
    if (value instanceof Error) return ["error", value.name, value.message];
    if (ArrayBuffer.isView(value) && !(value instanceof DataView))
      return ["bytes", value.constructor.name, Array.from(new Uint8Array(value.buffer))];
    if (value instanceof ArrayBuffer)
      return ["bytes", "ArrayBuffer", Array.from(new Uint8Array(value))];
    if (Object.prototype.toString.call(value) !== "[object Object]") throw refuse();
    return ["object", Object.entries(value).map(([key, part]) => [key, inner(part)])];
  }

  function encodeValue(value: unknown, path: readonly object[]): Coded {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return encodeNumber(value);
      case "undefined":
        return ["undefined"];
      case "bigint":
        return ["bigint", String(value)];
      case "object":
        return value === null ? null : encodeObject(value, path);
      default:
        throw refuse();
    }
  }

  function decodeBytes(name: string, list: number[]): unknown {
    const { buffer } = Uint8Array.from(list);
    const View: unknown = Reflect.get(globalThis, name);
    return name === "ArrayBuffer" || typeof View !== "function"
      ? buffer
      : Reflect.construct(View, [buffer]);
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- every shape below is one that encodeObject wrote
  function decodeTagged([tag, first, second]: any[]): unknown {
    switch (tag) {
      case "undefined":
        return undefined;
      case "number":
        return Number(first);
      case "bigint":
        return BigInt(first);
      case "date":
        return new Date(first ?? Number.NaN);
      case "regexp":
        return new RegExp(first, second);
      case "error":
        return Object.assign(new Error(second), { name: first });
      case "bytes":
        return decodeBytes(first, second);
      case "set":
        return new Set(first.map(decodeValue));
      case "map":
        // oxlint-disable-next-line typescript/no-explicit-any -- as above
        return new Map(first.map(([key, part]: any[]) => [decodeValue(key), decodeValue(part)]));
      case "array": {
        const array: unknown[] = [];
        array.length = first;
        for (const [key, part] of second) array[key] = decodeValue(part);
        return array;
      }
      default: {
        const object = {};
        for (const [key, part] of first)
          Object.defineProperty(object, key, {
            value: decodeValue(part),
            enumerable: true,
            writable: true,
            configurable: true,
          });
        return object;
      }
    }
  }

  function decodeValue(coded: unknown): unknown {
    return Array.isArray(coded) ? decodeTagged(coded) : coded;
  }

  return {
    encode(value) {
      let copy: unknown;
      try {
        copy = clone(value);
      } catch {
        throw refuse();
      }
      return JSON.stringify(encodeValue(copy, []));
    },
    decode: (text) => decodeValue(JSON.parse(text)),
  };
}
