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
      return [
        "bytes",
        value.constructor.name,
        Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
      ];
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

  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const pairs = (value: unknown) =>
    list(value).map((pair) => {
      const [key, part] = list(pair);
      return [key, decodeValue(part)] as const;
    });

  function decodeBytes(name: string, bytes: number[]): unknown {
    const { buffer } = Uint8Array.from(bytes);
    const View: unknown = Reflect.get(globalThis, name);
    return name === "ArrayBuffer" || typeof View !== "function"
      ? buffer
      : Reflect.construct(View, [buffer]);
  }

  function decodeArray(length: number, filled: unknown): unknown[] {
    const array: unknown[] = [];
    array.length = length;
    for (const [key, part] of pairs(filled)) array[Number(key)] = part;
    return array;
  }

  /** Member by member, so that "__proto__" stays a name like any other. */
  function decodeObject(members: unknown): object {
    const object = {};
    for (const [key, value] of pairs(members)) {
      const usual = { enumerable: true, writable: true, configurable: true };
      Object.defineProperty(object, String(key), { ...usual, value });
    }
    return object;
  }

  function decodeTagged([tag, first, second]: unknown[]): unknown {
    switch (tag) {
      case "undefined":
        return undefined;
      case "number":
        return Number(first);
      case "bigint":
        return BigInt(String(first));
      case "date":
        return new Date(first === null ? Number.NaN : Number(first));
      case "regexp":
        return new RegExp(String(first), String(second));
      case "error":
        return Object.assign(new Error(String(second)), { name: String(first) });
      case "bytes":
        return decodeBytes(String(first), list(second).map(Number));
      case "set":
        return new Set(list(first).map(decodeValue));
      case "map":
        return new Map(pairs(first).map(([key, part]) => [decodeValue(key), part]));
      case "array":
        return decodeArray(Number(first), second);
      default:
        return decodeObject(first);
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
